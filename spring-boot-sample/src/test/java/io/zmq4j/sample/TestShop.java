package io.zmq4j.sample;

import io.zmq4j.Socket;
import org.springframework.boot.SpringApplication;

/** The shop, which says at which ports it is. */
final class TestShop {
    private TestShop() {}

    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments)
                .getBeansOfType(Socket.class)
                .forEach((name, socket) -> System.out.println(name + " is at " + socket.lastEndpoint()));
    }
}
