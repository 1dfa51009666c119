package example.measured;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;

class Invoices {
  @Measured
  double total(int items, double price) {
    return round(items * price);
  }

  @Measured
  private double round(double amount) {
    return Math.rint(amount);
  }

  @Measured
  static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  @Measured
  int add(int amount) {
    return amount;
  }

  @Measured
  long add(long amount) {
    return amount;
  }

  @Measured
  String add(String amount) {
    return amount;
  }

  @Measured("invoices.with.many.arguments")
  String many(int a, long b, float c, double d, String e, char f, boolean g) {
    return "" + a + b + c + d + e + f + g;
  }

  @Measured
  final synchronized void settle() {}

  @Measured
  void refuse(@MeasuredTag("customer") String customer) {
    throw new IllegalStateException(customer);
  }
}
