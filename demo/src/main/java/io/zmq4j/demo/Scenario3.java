package io.zmq4j.demo;

import io.zmq4j.examples.hello.HelloClient;
import io.zmq4j.examples.hello.HelloServer;
import java.util.stream.IntStream;

/** Hello World. */
final class Scenario3 implements Scenario {
    @Override
    public String name() {
        return "S3";
    }

    @Override
    public String expectation() {
        return "Hello World: ten pairs in order, over tcp and over ipc, whoever starts first";
    }

    @Override
    public String play(Stage stage) {
        var expected = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> i + ": Hello -> World")
                .toList();
        for (Cast cast : stage.casts()) {
            stage.say(cast.toString());
            String tcp = stage.tcp();
            String ipc = stage.ipc();
            stage.start("server tcp", cast.server(), HelloServer.class, tcp);
            Actor tcpClient = stage.start("client tcp", cast.client(), HelloClient.class, tcp);
            Actor ipcClient = stage.start("client ipc", cast.client(), HelloClient.class, ipc);
            stage.start("server ipc", cast.server(), HelloServer.class, ipc);
            stage.await("the end of both clients", () -> tcpClient.hasEndedWell() && ipcClient.hasEndedWell());
            stage.expect("ten pairs over tcp", tcpClient.lines().equals(expected));
            stage.expect("ten pairs over ipc", ipcClient.lines().equals(expected));
        }
        return "10 pairs in order for each of the clients";
    }
}
