package io.zmq4j.demo;

import io.zmq4j.examples.houses.Certificates;
import io.zmq4j.examples.houses.Ironhouse;
import io.zmq4j.examples.houses.Woodhouse;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Somebody reads along: passwords in the clear, and a house of iron. */
final class Scenario15 implements Scenario {
    @Override
    public String name() {
        return "S15";
    }

    @Override
    public String expectation() {
        return "an eavesdropper reads the password under PLAIN, and nothing under CURVE; a stranger is refused";
    }

    @Override
    public String play(Stage stage) {
        int sealed = 0;
        for (Cast cast : stage.casts()) {
            stage.say("PLAIN, " + cast);
            inTheClear(stage, cast);
            stage.say("CURVE, " + cast);
            sealed += sealed(stage, cast);
        }
        return "the password, Hello and World under PLAIN; of %d bytes under CURVE not a word; strangers refused"
                .formatted(sealed);
    }

    private static void inTheClear(Stage stage, Cast cast) {
        String endpoint = stage.tcp();
        var eavesdropper = new Eavesdropper(stage::say);
        Actor server = stage.start("house of wood", cast.server(), Woodhouse.class, "server", endpoint);
        through(endpoint, eavesdropper, via -> {
            Actor client = stage.start("client", cast.client(), Woodhouse.class, "client", via);
            stage.await("the answer", () -> client.hasEndedWell() && client.printed("Hello -> World"::equals));
        });
        stage.expect("the eavesdropper has the password", eavesdropper.heard("secret"));
        stage.expect("and what is said", eavesdropper.heard("Hello") && eavesdropper.heard("World"));
        stage.kill(server);
    }

    private static int sealed(Stage stage, Cast cast) {
        Path keys = stage.path();
        Actor certificates = stage.start("certificates", cast.server(), Certificates.class, keys);
        stage.await("keys", certificates::hasEndedWell);
        String endpoint = stage.tcp();
        var eavesdropper = new Eavesdropper(stage::say);
        Actor server = stage.start("house of iron", cast.server(), Ironhouse.class, "server", endpoint, keys);
        through(endpoint, eavesdropper, via -> {
            Actor client = stage.start("client", cast.client(), Ironhouse.class, "client", via, keys);
            stage.await("the answer", () -> client.hasEndedWell() && client.printed("Hello -> World"::equals));
            Actor stranger = stage.start("stranger", cast.client(), Ironhouse.class, "client", via, keys, "stranger");
            stage.await("the stranger's refusal", () -> stranger.hasEndedWell() && stranger.printed("refused"::equals));
        });
        stage.expect("the mechanism is no secret", eavesdropper.heard("CURVE"));
        stage.expect("but what is said is", !eavesdropper.heard("Hello") && !eavesdropper.heard("World"));
        stage.expect("and who says it", !eavesdropper.heard("Socket-Type"));
        stage.await("the client at the server", () -> server.printed(line -> line.startsWith("Hello from ")));
        stage.expect("and nobody else", server.count(line -> line.startsWith("Hello from ")) == 1);
        stage.kill(server);
        return eavesdropper.bytes();
    }

    private static void through(String endpoint, Eavesdropper eavesdropper, Consumer<String> play) {
        try (var link = new FragileLink(endpoint, eavesdropper)) {
            play.accept(link.endpoint());
        }
    }
}
