package dev.telemetry.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application; everything about it is set as Spring settings usually are. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DemoApplication {

  /** Starts, then serves until the process is told to stop. */
  public static void main(String[] args) {
    SpringApplication.run(DemoApplication.class, args);
  }
}
