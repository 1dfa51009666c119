package dev.telemetry.demo.accounts;

/** A user and what a password is compared with. */
record Account(User user, String passwordHash) {

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return user.toString();
  }
}
