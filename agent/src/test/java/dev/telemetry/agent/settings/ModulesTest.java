package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationModule;
import org.junit.jupiter.api.Test;

class ModulesTest {

  @Test
  void modules_areThoseOfTheServiceFiles() throws Exception {
    assertThat(Modules.load()).isNotEmpty();
    assertThat(Modules.load())
        .extracting(module -> (Object) module.getClass().getClassLoader())
        .containsOnly(Modules.class.getClassLoader());
  }

  @Test
  void modules_areNamedAfterTheirPackages() throws Exception {
    for (InstrumentationModule module : Modules.load()) {
      assertThat(module.getClass().getPackageName())
          .isEqualTo("dev.telemetry.instrumentation." + module.name().replace('-', '.'));
    }
  }
}
