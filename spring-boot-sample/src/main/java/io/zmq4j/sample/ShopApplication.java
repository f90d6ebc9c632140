package io.zmq4j.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs until SIGTERM: its listeners keep it alive. */
@SpringBootApplication(proxyBeanMethods = false)
public class ShopApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
