package dev.telemetry.demo.partner;

/** What the partner sells, and how much cheaper it is today. */
record Offer(String title, int percentOff) {}
