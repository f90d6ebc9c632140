package io.zmq4j.demo;

import io.zmq4j.examples.hub.Collector;
import io.zmq4j.examples.hub.Hub;
import io.zmq4j.examples.hub.Speaker;
import io.zmq4j.examples.hub.Watcher;

/** The hub. */
final class Scenario12 implements Scenario {
    private static final int MESSAGES = 1500;

    @Override
    public String name() {
        return "S12";
    }

    @Override
    public String expectation() {
        return "hub SUB → PUB + PUSH: JSON from any language reaches all; a missing PULL never stalls it";
    }

    @Override
    public String play(Stage stage) {
        for (Cast cast : stage.casts()) {
            stage.say("hub: " + cast.server() + ", speaker: " + cast.client());
            String in = stage.tcp();
            String out = stage.tcp();
            String work = stage.ipc();
            Actor all = stage.start("watcher", cast.client(), Watcher.class, out);
            Actor chat = stage.start("watcher of chat", cast.server(), Watcher.class, out, "chat");
            stage.start("hub", cast.server(), Hub.class, in, out, work);
            Actor knock = stage.start("knock", cast.client(), Speaker.class, in, "chat", 200, 20);
            stage.await(
                    "both watchers are there",
                    () -> !all.lines().isEmpty() && !chat.lines().isEmpty());
            stage.kill(knock);

            stage.say(MESSAGES + " messages at once while nobody pulls");
            Actor flood = stage.start("speaker", cast.client(), Speaker.class, in, "flood", MESSAGES, 1);
            stage.await("all of them at the watcher", () -> count(all, "flood") == MESSAGES);
            stage.await("the speaker's end", flood::hasEndedWell);
            stage.expect("none at the watcher of chat", count(chat, "flood") == 0);

            stage.say("now somebody pulls");
            Actor collector = stage.start("collector", cast.client(), Collector.class, work);
            stage.start("speaker", cast.client(), Speaker.class, in, "chat", 1000, 5);
            stage.await("20 at the collector", () -> collector.lines().size() >= 20);
            stage.expect(
                    "JSON without a topic",
                    collector.count(line -> !line.matches("\\{\"from\": \"(java|python)\", \"number\": \\d+}")) == 0);
            stage.expect("JSON with its topic", chat.printed(line -> line.startsWith("chat {")));
        }
        return MESSAGES + " of " + MESSAGES + " passed while nobody pulled, then a PULL got its JSON, each time";
    }

    private static long count(Actor watcher, String topic) {
        return watcher.count(line -> line.startsWith(topic + " {"));
    }
}
