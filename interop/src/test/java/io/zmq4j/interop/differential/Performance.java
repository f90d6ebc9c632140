package io.zmq4j.interop.differential;

import io.zmq4j.interop.differential.Player.Answer;
import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One scenario played by one player: gives each step's outcome in words. */
final class Performance {
    /** More than a scenario has messages. */
    private static final int MOST = 1000;

    private final Player player;
    private final Map<String, List<byte[]>> envelopes = new HashMap<>();

    Performance(Player player, String scheme, int patience) {
        this.player = player;
        player.begin(scheme, patience);
    }

    String play(Step step) {
        return switch (step.verb()) {
            case SEND ->
                player.send(step.socket(), Message.of(Words.frames(step.words())))
                        .code();
            case REPLY -> reply(step);
            case RECEIVE -> receive(step.socket());
            case DRAIN -> drain(step.socket());
            default -> player.call(step).code();
        };
    }

    private String reply(Step step) {
        List<byte[]> envelope = envelopes.get(step.socket());
        if (envelope == null) {
            return "nothing was received";
        }
        List<byte[]> frames = new ArrayList<>(envelope);
        frames.addAll(Words.frames(step.words()));
        return player.send(step.socket(), Message.of(frames)).code();
    }

    private String receive(String socket) {
        Answer answer = player.receive(socket);
        answer.message().ifPresent(message -> envelopes.put(socket, Words.envelope(message)));
        return answer.message().map(message -> "[" + Words.of(message) + "]").orElse(answer.code());
    }

    private String drain(String socket) {
        List<String> all = new ArrayList<>();
        do {
            all.add(receive(socket));
        } while (all.get(all.size() - 1).startsWith("[") && all.size() < MOST);
        return String.join(" ", all);
    }
}
