package io.zmq4j.demo;

import io.zmq4j.examples.broker.Requester;
import io.zmq4j.examples.broker.Responder;
import io.zmq4j.examples.devices.ForwarderDevice;
import io.zmq4j.examples.devices.NewsSender;
import io.zmq4j.examples.devices.QueueDevice;
import io.zmq4j.examples.devices.StreamerDevice;
import io.zmq4j.examples.devices.TaskSender;
import io.zmq4j.examples.radio.FootballFan;
import io.zmq4j.examples.tasks.Consumer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Devices: everybody knows the device only, and comes and goes. */
final class Scenario5 implements Scenario {
    @Override
    public String name() {
        return "S5";
    }

    @Override
    public String expectation() {
        return "queue, forwarder, streamer: servers come and go, clients run on unchanged, nothing lost or twice";
    }

    @Override
    public String play(Stage stage) {
        return queue(stage) + "; " + forwarder(stage) + "; " + streamer(stage);
    }

    private static String queue(Stage stage) {
        stage.say("queue: one client, and servers that replace each other");
        String frontend = stage.tcp();
        String backend = stage.tcp();
        Actor client = stage.start("client", Language.PYTHON, Requester.class, frontend, "ask", 20, 200);
        stage.start("queue", Language.JAVA, QueueDevice.class, frontend, backend);
        Actor first = stage.start("server 1", Language.JAVA, Responder.class, backend, "server-1");
        stage.await("an answer from server 1", () -> client.printed(line -> line.endsWith("by server-1")));

        stage.start("server 2", Language.PYTHON, Responder.class, backend, "server-2");
        stage.await("an answer from server 2", () -> client.printed(line -> line.endsWith("by server-2")));

        long answered = first.lines().size();
        stage.await("server 1 between two requests", () -> first.lines().size() > answered);
        stage.say("stops server 1");
        first.stop();
        stage.await("the client's end", client::hasEndedWell);
        stage.expect("20 answers, each to its request", answersInOrder(client, 20));
        return "queue: 20 answers of 20 by " + client.count(line -> line.endsWith("1")) + " + "
                + client.count(line -> line.endsWith("2"));
    }

    private static boolean answersInOrder(Actor client, int count) {
        List<String> lines = client.lines();
        return lines.size() == count
                && IntStream.rangeClosed(1, count)
                        .allMatch(i -> lines.get(i - 1).startsWith("ask " + i + " -> ask " + i + " by "));
    }

    private static String forwarder(Stage stage) {
        stage.say("forwarder: a subscriber stays, publishers and another subscriber come and go");
        String frontend = stage.tcp();
        String backend = stage.tcp();
        stage.start("forwarder", Language.JAVA, ForwarderDevice.class, frontend, backend);
        Actor sender = stage.start("PUB", Language.PYTHON, NewsSender.class, frontend, "news", 20);
        Actor subscriber = stage.start("SUB", Language.JAVA, FootballFan.class, backend, "news", "sport");
        stage.await("20 news", () -> subscriber.count(line -> line.startsWith("news ")) >= 20);

        Actor guest = stage.start("guest SUB", Language.PYTHON, FootballFan.class, backend, "sport");
        stage.start("guest PUB", Language.JAVA, NewsSender.class, frontend, "sport", 20);
        stage.await(
                "20 sports for both",
                () -> Stream.of(subscriber, guest)
                        .allMatch(actor -> actor.count(line -> line.startsWith("sport ")) >= 20));
        stage.expect("only sports for the guest", guest.count(line -> !line.startsWith("sport ")) == 0);
        stage.say("stops the guest SUB and the first PUB");
        guest.stop();
        sender.stop();
        long sports = subscriber.count(line -> line.startsWith("sport "));
        stage.await("more sports", () -> subscriber.count(line -> line.startsWith("sport ")) > sports + 10);
        for (String topic : List.of("news ", "sport ")) {
            stage.expect("no gap and no repetition in " + topic, withoutGaps(subscriber, topic));
        }
        return "forwarder: " + subscriber.lines().size() + " publications without a gap";
    }

    private static boolean withoutGaps(Actor subscriber, String topic) {
        int[] numbers = subscriber.lines().stream()
                .filter(line -> line.startsWith(topic))
                .mapToInt(line -> Integer.parseInt(line.substring(topic.length())))
                .toArray();
        return IntStream.range(1, numbers.length).allMatch(i -> numbers[i] == numbers[i - 1] + 1);
    }

    private static String streamer(Stage stage) {
        stage.say("streamer: one worker leaves, another comes");
        String frontend = stage.tcp();
        String backend = stage.tcp();
        stage.start("streamer", Language.JAVA, StreamerDevice.class, frontend, backend);
        Actor first = stage.start("PULL 1", Language.JAVA, Consumer.class, backend);
        Actor source = stage.start("PUSH", Language.PYTHON, TaskSender.class, frontend, 100, 0);
        stage.await("100 tasks", () -> first.lines().size() == 100);
        stage.await("the source's end", source::hasEndedWell);
        stage.say("stops PULL 1");
        first.stop();
        Actor second = stage.start("PULL 2", Language.PYTHON, Consumer.class, backend);
        stage.start("PUSH again", Language.JAVA, TaskSender.class, frontend, 100, 100);
        stage.await("100 more tasks", () -> second.lines().size() == 100);
        List<String> got = Stream.of(first, second)
                .flatMap(actor -> actor.lines().stream())
                .filter(line -> line.startsWith("task2---"))
                .toList();
        stage.expect(
                "every task once", got.size() == 200 && got.stream().distinct().count() == 200);
        return "streamer: 200 tasks of 200, each once";
    }
}
