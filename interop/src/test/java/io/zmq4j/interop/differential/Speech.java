package io.zmq4j.interop.differential;

import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a scenario's sockets say: every message once, so that it is known again. */
final class Speech {
    private static final String EMPTY = "_";
    private static final List<String> TOPICS = List.of("", "a", "ab", "abc", "b");

    private final SplittableRandom random;
    private final boolean isSingle;
    private int last;

    /** @param isSingle whether a message has one frame */
    Speech(SplittableRandom random, boolean isSingle) {
        this.random = random;
        this.isSingle = isSingle;
    }

    /** Subscribes to a topic once, as {@link Intended} says what a second time comes to; or ends a subscription, if it may. */
    Optional<Step> subscription(Node node, boolean mayEnd) {
        String topic = Draw.one(random, TOPICS);
        String word = topic.isEmpty() ? EMPTY : topic;
        if (mayEnd && (node.topics.contains(topic) || Draw.oneIn(random, 5))) {
            node.topics.remove(topic);
            return Optional.of(Step.of(node.name, Verb.UNSUBSCRIBE, word));
        }
        return node.topics.add(topic) ? Optional.of(Step.of(node.name, Verb.SUBSCRIBE, word)) : Optional.empty();
    }

    Step message(Node node, List<Node> nodes) {
        List<String> words = new ArrayList<>();
        if (node.type == ROUTER && random.nextBoolean()) {
            return new Step(node.name, Verb.REPLY, body("", words));
        }
        if (node.type == ROUTER) {
            Node peer = Draw.one(random, nodes);
            words.add(peer.name);
            if (peer.type == REQ) {
                words.add(EMPTY);
            }
        }
        if (node.type == DEALER && !isSingle && !Draw.oneIn(random, 4)) {
            words.add(EMPTY);
        }
        return new Step(node.name, Verb.SEND, body(node.publishes() ? Draw.one(random, TOPICS) : "", words));
    }

    private List<String> body(String topic, List<String> words) {
        String name = topic + "#" + ++last;
        words.add(name);
        int more = isSingle ? 0 : Math.max(0, random.nextInt(6) - 3);
        for (int i = 1; i <= more; i++) {
            words.add(name + "." + i);
        }
        return words;
    }
}
