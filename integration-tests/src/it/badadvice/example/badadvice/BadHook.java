package example.badadvice;

import dev.telemetry.dispatch.Hook;

/** Throws wherever it is called. */
final class BadHook extends Hook {
  @Override
  public Object enter(Object self, Object first, Object second) {
    throw new IllegalStateException("the hook's own fault");
  }

  @Override
  public void exit(Object token, Object result, Throwable thrown) {
    throw new StackOverflowError("the hook's own error");
  }
}
