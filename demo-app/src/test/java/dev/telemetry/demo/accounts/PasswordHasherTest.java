package dev.telemetry.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordHasherTest {
  private final PasswordHasher hasher = new PasswordHasher();

  @Test
  void matches_acceptsTheHashedPassword() {
    assertThat(hasher.matches("correct horse", Optional.of(hasher.hash("correct horse")))).isTrue();
  }

  @Test
  void matches_rejectsAnotherPassword() {
    assertThat(hasher.matches("wrong horse", Optional.of(hasher.hash("correct horse")))).isFalse();
  }

  @Test
  void matches_rejectsEverythingWithoutAnAccount() {
    assertThat(hasher.matches("", Optional.empty())).isFalse();
  }

  @Test
  void hash_differsEachTimeForTheSamePassword() {
    assertThat(hasher.hash("correct horse")).isNotEqualTo(hasher.hash("correct horse"));
  }
}
