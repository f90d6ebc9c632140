package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is behind one endpoint: a look, then a handshake as each type, each on a connection of its own. What it has found
 * out when an obstacle comes is in the report as well.
 */
public final class Probe {
    private final String endpoint;
    private final @Nullable SocketType wanted;
    private final Security security;
    private final Duration timeout;

    private @Nullable Route route;
    private @Nullable Duration connected;
    private Heard heard = new Heard();
    private @Nullable String socketType;
    private Map<String, String> metadata = Map.of();
    private @Nullable Duration roundTrip;
    private boolean isAdmitted;
    private final List<Answer> answers = new ArrayList<>();

    private Probe(String endpoint, @Nullable SocketType wanted, Security security, Duration timeout) {
        this.endpoint = endpoint;
        this.wanted = wanted;
        this.security = security;
        this.timeout = timeout;
    }

    /**
     * Probes.
     *
     * @param endpoint {@code tcp://host:port} or {@code ipc://path}; of any other the report says why not
     * @param wanted the one type to go by, also where the peer gives it a message, which is lost; null for all that do no harm
     * @param security as which side of a mechanism to go
     * @param timeout for looking up the name, and for connecting and each handshake
     */
    public static Report of(String endpoint, @Nullable SocketType wanted, Security security, Duration timeout) {
        return new Probe(endpoint, wanted, security, timeout).report();
    }

    private Report report() {
        try {
            find();
            return report(null, Findings.sentence(socketType, heard, security));
        } catch (ObstacleException e) {
            return report(e.obstacle(), e.sentence());
        }
    }

    private Report report(@Nullable Obstacle obstacle, String sentence) {
        return new Report(
                endpoint,
                obstacle,
                endpoint + " " + sentence,
                route == null ? null : route.transport(),
                route == null ? null : route.address(),
                connected,
                heard.version(),
                heard.revision(),
                heard.mechanism(),
                heard.isAsServer(),
                socketType,
                metadata,
                roundTrip,
                List.copyOf(answers));
    }

    private void find() throws ObstacleException {
        Route way = Route.to(endpoint);
        route = way;
        Line line = way.open(timeout);
        connected = line.connected();
        Look look = Look.at(line, timeout);
        heard = look.heard();
        note(look.metadata());
        if (heard.isOld()) {
            Findings.checkMechanism(NullMechanism.NAME, security.mechanism());
            socketType = heard.oldType();
            checkType(wanted == null || socketType == null || Manners.isAccepted(wanted, socketType));
            return;
        }
        Findings.checkMechanism(String.valueOf(heard.mechanism()), security.mechanism());
        introduce(way);
        judge();
    }

    private void note(@Nullable Metadata told) {
        if (told != null) {
            byte[] type = told.value(Metadata.SOCKET_TYPE);
            socketType = type == null ? null : Printable.text(type);
            metadata = told.asText();
        }
    }

    private void introduce(Route way) {
        if (wanted != null) {
            introduce(way, wanted);
            return;
        }
        // First those that need not know what the peer is: it may tell them.
        Comparator<SocketType> harmless = Comparator.comparing(type -> !Manners.allow(type));
        for (SocketType type : SocketType.values().stream().sorted(harmless).toList()) {
            String known = socketType;
            if (!Manners.isOfUse(type, known)) {
                continue;
            }
            if (Manners.allow(type) || (known != null && Manners.allow(type, known))) {
                introduce(way, type);
            } else {
                answers.add(new Answer(type, Answer.Kind.NOT_TRIED, Findings.notTried(known)));
            }
        }
        answers.sort(Comparator.comparingInt(answer -> SocketType.values().indexOf(answer.as())));
    }

    private void introduce(Route way, SocketType type) {
        Introduction introduction = Introduction.as(type, security, way, timeout);
        answers.add(introduction.answer());
        isAdmitted |= introduction.admitted();
        PeerInfo peer = introduction.peer();
        if (peer != null && socketType == null) {
            socketType = peer.socketType();
            metadata = peer.metadata();
        }
        Duration time = introduction.roundTrip();
        if (time != null && (roundTrip == null || time.compareTo(roundTrip) < 0)) {
            roundTrip = time;
        }
    }

    private void judge() throws ObstacleException {
        boolean isSecured = !security.mechanism().equals(NullMechanism.NAME);
        if (isSecured && !isAdmitted) {
            throw new ObstacleException(
                    Obstacle.NOT_LET_IN,
                    "speaks " + security.mechanism() + " and does not let this side in: "
                            + answers.get(0).detail() + "; " + Findings.whyNotLetIn(security.mechanism()));
        }
        if (!isSecured && socketType == null) {
            throw new ObstacleException(
                    Obstacle.BROKEN,
                    "greets with ZMTP " + heard.version() + " and does not go on: it hangs, or it is no ZeroMQ");
        }
        checkType(wanted == null || answers.get(0).kind() == Answer.Kind.READY);
    }

    private void checkType(boolean isRight) throws ObstacleException {
        if (isRight || wanted == null) {
            return;
        }
        String known = socketType;
        if (known != null && Manners.isAccepted(wanted, known)) {
            String detail = answers.stream().map(Answer::detail).collect(Collectors.joining());
            throw new ObstacleException(
                    Obstacle.NOT_LET_IN,
                    "is a " + known + " that does not take this " + wanted + " now: " + detail
                            + "; a PAIR has one peer, and somebody may decide about peers there");
        }
        throw new ObstacleException(Obstacle.WRONG_TYPE, Findings.wrongType(wanted, known));
    }
}
