package example.calls;

/** One way to call. */
public interface Client {

  /** Calls, reads the answer, and returns its status. */
  int get(String url) throws Exception;

  /** Calls what never answers, with little patience; throws. */
  int impatient(String url) throws Exception;

  /** Calls what never answers and gives up once {@code reached} returns. */
  void cancelled(String url, Runnable reached) throws Exception;
}
