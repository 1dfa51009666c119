package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.LoaderOfTheAgent;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeavableLoadersTest {
  private final ClassLoader application = ClassLoader.getSystemClassLoader();
  private final ClassLoader agent = new GivenClasses(null);
  private final WeavableLoaders loaders = new WeavableLoaders(agent);

  @Test
  void classesOfTheJdk_areWovenWhereTheyAreTargetsByName() {
    SiteAdvice advice = new SiteAdvice("Advice", new Hook() {});
    WeavePoint point = WeavePoint.inJdk("java.util.Timer", "cancel()V", advice);
    TargetIndex index = new TargetIndex(List.of(Target.variant("probe", point, 0)));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();

    assertThat(loaders.mayWeave(null, "java/util/Timer", index)).isTrue();
    assertThat(loaders.mayWeave(platform, "java/util/Timer", index)).isTrue();
    assertThat(loaders.mayWeave(null, "java/util/TimerTask", index)).isFalse();
    assertThat(loaders.mayWeave(platform, "java/sql/Driver", index)).isFalse();
    assertThat(loaders.mayWeave(application, "com/acme/Shop", index)).isTrue();
  }

  @Test
  void applicationsClasses_areWoven() {
    assertThat(loaders.mayWeave(application, "com/acme/Shop")).isTrue();
    assertThat(loaders.mayWeave(new GivenClasses(application), "com/acme/Shop")).isTrue();
  }

  @Test
  void platformsClasses_areNot() {
    assertThat(loaders.mayWeave(ClassLoader.getPlatformClassLoader(), "java/sql/Driver")).isFalse();
  }

  @Test
  void agentsClasses_areNot() {
    assertThat(loaders.mayWeave(agent, "net/bytebuddy/ByteBuddy")).isFalse();
    assertThat(loaders.mayWeave(agent, "dev/telemetry/agent/Anything")).isFalse();
  }

  @Test
  void inProcess_onlyTheWeaversOwnClassesAreNot() {
    WeavableLoaders inProcess = new WeavableLoaders(application);

    assertThat(inProcess.mayWeave(application, "dev/telemetry/weaving/Weaver")).isFalse();
    assertThat(inProcess.mayWeave(application, "dev/telemetry/bus/Bus")).isFalse();
    assertThat(inProcess.mayWeave(application, "dev/telemetry/dispatch/Hook")).isFalse();
    assertThat(inProcess.mayWeave(application, "dev/telemetry/demo/Shop")).isTrue();
  }

  @Test
  void companions_areNot() {
    ClassLoader companions =
        new CompanionLoader(application, agent, "companion.", Renaming.between("a.B", "a.B"));

    assertThat(loaders.mayWeave(companions, "companion/Access")).isFalse();
  }

  @Test
  void extensions_areNot() {
    assertThat(loaders.mayWeave(new LoaderOfTheAgent(), "com/acme/Reporter")).isFalse();
  }

  @Test
  void reflectionsAccessors_areNot() {
    assertThat(loaders.mayWeave(application, "sun/reflect/GeneratedMethodAccessor1")).isFalse();
    assertThat(loaders.mayWeave(application, "jdk/internal/reflect/GeneratedMethodAccessor1"))
        .isFalse();
  }

  @Test
  void systemLoaderOfTheUsersOwn_doesNotHideTheApplications() {
    ClassLoader own = new GivenClasses(application);
    WeavableLoaders behindIt = new WeavableLoaders(agent, own);

    assertThat(behindIt.mayWeave(own, "com/acme/Shop")).isTrue();
    assertThat(behindIt.mayWeave(application, "com/acme/Shop")).isTrue();
    assertThat(behindIt.mayWeave(ClassLoader.getPlatformClassLoader(), "java/sql/Driver"))
        .isFalse();
  }

  @Test
  void systemLoaderWithoutAParent_isNotTakenForThePlatforms() {
    ClassLoader own = new GivenClasses(null);

    assertThat(new WeavableLoaders(agent, own).mayWeave(own, "com/acme/Shop")).isTrue();
  }
}
