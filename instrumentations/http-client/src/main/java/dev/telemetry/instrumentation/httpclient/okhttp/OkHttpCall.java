package dev.telemetry.instrumentation.httpclient.okhttp;

import dev.telemetry.instrumentation.httpclient.call.Call;

/** A call, and the object of OkHttp that it is of, while a thread is inside. */
final class OkHttpCall {
  final Call call;
  final OkHttpAccess access;
  final Object object;

  OkHttpCall(Call call, OkHttpAccess access, Object object) {
    this.call = call;
    this.access = access;
    this.object = object;
  }

  void failed(Throwable thrown) {
    call.failed(thrown, access.isCancelled(object));
  }
}
