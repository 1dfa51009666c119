package dev.telemetry.demo.accounts;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/** Passwords as salted PBKDF2 hashes; slow by design, hence worth measuring. */
@Component
final class PasswordHasher {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 210_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private final SecureRandom random = new SecureRandom();

  /** Returns salt and hash of a new password, as one text. */
  String hash(String password) {
    byte[] salt = newSalt();
    return encode(salt) + "$" + encode(derive("register", password, salt));
  }

  /**
   * Tells whether a password is the one behind a hash.
   *
   * @param stored what {@link #hash} returned; empty where there is no such account, which takes as
   *     long as a wrong password, so that nobody learns which names exist
   */
  boolean matches(String password, Optional<String> stored) {
    String[] parts = stored.orElseGet(() -> encode(newSalt()) + "$").split("\\$", 2);
    byte[] derived = derive("login", password, Base64.getDecoder().decode(parts[0]));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[1]));
  }

  @Measured("password.hash")
  private byte[] derive(@MeasuredTag("purpose") String purpose, String password, byte[] salt) {
    var key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK can't hash for " + purpose, e);
    } finally {
      key.clearPassword();
    }
  }

  private byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
