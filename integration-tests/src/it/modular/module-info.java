module example.copies {
  requires telemetry.api;
}
