package io.zmq4j.interop.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a scenario of a seed, always the same one. */
final class Generator {
    private static final int MOST_SOCKETS = 6;
    private static final int LEAST_STEPS = 8;
    private static final int MOST_STEPS = 45;

    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final Casting casting;
    private final Stage stage;
    private final Speech speech;
    private final String scheme;

    private Generator(long seed) {
        random = new SplittableRandom(seed);
        scheme = Draw.one(random, List.of("inproc", "tcp", "ipc"));
        stage = new Stage(!scheme.equals("inproc"), steps);
        Family family = Draw.one(random, List.of(Family.values()));
        casting = new Casting(random, family, scheme.equals("inproc"));
        speech = new Speech(random, casting.isConflated());
    }

    static Scenario scenario(long seed) {
        return new Generator(seed).make();
    }

    private Scenario make() {
        int sockets = random.nextInt(2, MOST_SOCKETS + 1);
        for (int i = 1; i <= sockets; i++) {
            stage.nodes.add(casting.open("s" + i, steps));
        }
        int last = random.nextInt(LEAST_STEPS, MOST_STEPS);
        for (int i = 0; i < last && !stage.nodes.isEmpty(); i++) {
            // First who is where, and then, mostly, what is said.
            int draw = random.nextInt(i < sockets ? 35 : 100);
            if (draw < 22) {
                attach();
            } else if (draw < 30) {
                detach();
            } else {
                talk();
            }
        }
        stage.nodes.stream().filter(Node::receives).forEach(node -> steps.add(Step.of(node.name, Verb.DRAIN)));
        return new Scenario(scheme, steps);
    }

    private void attach() {
        Node node = Draw.one(random, stage.nodes);
        Place place = Draw.one(random, stage.places);
        if (random.nextBoolean()) {
            if (stage.rules.mayBind(node, place)) {
                stage.bind(node, place);
            }
        } else if (stage.rules.mayConnect(node, place)) {
            stage.connect(node, place);
        }
    }

    private void detach() {
        Node node = Draw.one(random, stage.nodes);
        Place place = Draw.one(random, stage.places);
        int draw = random.nextInt(10);
        if (draw == 0 && stage.rules.mayClose(node)) {
            stage.close(node);
        } else if (stage.rules.mayDisconnect(node, place)) {
            stage.disconnect(node, place);
        } else if (stage.rules.mayUnbind(node, place)) {
            stage.unbind(place);
        }
    }

    private void talk() {
        Node node = Draw.one(random, stage.nodes);
        int draw = random.nextInt(100);
        if (draw < 10 && stage.rules.mayPoll(node)) {
            steps.add(Step.of(node.name, Verb.POLL));
            if (node.receives()) {
                // What zmq4j has read ahead, before another peer comes that has its turn.
                steps.add(Step.of(node.name, Verb.RECEIVE));
            }
        } else if (node.subscribes() && draw < 45) {
            speech.subscription(node, stage.rules.mayUnsubscribe(node)).ifPresent(steps::add);
        } else if (stage.rules.maySend(node) && (draw < 60 || !node.receives())) {
            steps.add(speech.message(node, stage.nodes));
        } else if (node.receives()) {
            steps.add(Step.of(node.name, draw < 95 ? Verb.RECEIVE : Verb.DRAIN));
        }
    }
}
