package io.zmq4j.demo;

import io.zmq4j.examples.broker.Broker;
import io.zmq4j.examples.broker.ProxyBroker;
import io.zmq4j.examples.broker.Requester;
import io.zmq4j.examples.broker.Responder;
import java.util.List;
import java.util.function.Predicate;

/** Extended request–reply. */
final class Scenario11 implements Scenario {
    private static final int REQUESTS = 15;

    @Override
    public String name() {
        return "S11";
    }

    @Override
    public String expectation() {
        return "ROUTER–DEALER broker: every reply finds its asker while REQs and REPs come and go; the proxy does the same";
    }

    @Override
    public String play(Stage stage) {
        return "broker: " + play(stage, Broker.class, Language.JAVA) + "; proxy: "
                + play(stage, ProxyBroker.class, Language.JAVA);
    }

    private static String play(Stage stage, Class<?> broker, Language language) {
        stage.say(broker.getSimpleName() + " between REQs and REPs of both languages");
        String frontend = stage.tcp();
        String backend = stage.ipc();
        Actor one = requester(stage, "ask-1", Language.JAVA, frontend);
        Actor two = requester(stage, "ask-2", Language.PYTHON, frontend);
        stage.start("broker", language, broker, frontend, backend);
        Actor first = responder(stage, "reply-1", Language.PYTHON, backend);
        stage.await(
                "answers for both", () -> !one.lines().isEmpty() && !two.lines().isEmpty());

        stage.say("a second REP and a third REQ join");
        responder(stage, "reply-2", Language.JAVA, backend);
        Actor three = requester(stage, "ask-3", Language.JAVA, frontend);
        List<Actor> requesters = List.of(one, two, three);
        stage.await("all requests answered", () -> requesters.stream().allMatch(Actor::hasEndedWell));

        stage.say("the first REP leaves, another REQ comes");
        first.stop();
        Actor four = requester(stage, "ask-4", Language.PYTHON, frontend);
        stage.await("all requests answered", four::hasEndedWell);

        for (Actor requester : List.of(one, two, three, four)) {
            stage.expect(
                    "every reply at its asker " + requester.name(),
                    requester.count(line ->
                                    line.startsWith(requester.name()) && line.contains(" -> " + requester.name() + " "))
                            == REQUESTS);
        }
        stage.expect(
                "both REPs at work",
                requesters.stream().anyMatch(actor -> actor.printed(by("reply-1")))
                        && requesters.stream().anyMatch(actor -> actor.printed(by("reply-2"))));
        stage.expect("only the second REP in the end", four.count(by("reply-2")) == REQUESTS);
        return 4 * REQUESTS + " replies at their askers";
    }

    private static Actor requester(Stage stage, String name, Language language, String endpoint) {
        return stage.start(name, language, Requester.class, endpoint, name, REQUESTS, 60);
    }

    private static Actor responder(Stage stage, String name, Language language, String endpoint) {
        return stage.start(name, language, Responder.class, endpoint, name);
    }

    private static Predicate<String> by(String responder) {
        return line -> line.endsWith("by " + responder);
    }
}
