package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about the peer, for whatever mechanism: one that may not come in is refused, and of one that may it is kept as
 * whom. Owned by the thread that drives the inbound half.
 */
final class Admittance {
    /** What other implementations call the user id among the properties; never the peer's own word. */
    private static final String USER_ID = "User-Id";

    private final ControlSender control;
    private @Nullable Verdict verdict;

    Admittance(ControlSender control) {
        this.control = control;
    }

    /** The same question, whose answer passes here. */
    @Nullable
    Ask watched(@Nullable Ask ask) {
        return ask instanceof Ask.Authenticate authenticate ? new Watched(authenticate) : ask;
    }

    private final class Watched implements Ask.Authenticate {
        private final Ask.Authenticate asked;

        Watched(Ask.Authenticate asked) {
            this.asked = asked;
        }

        @Override
        public List<byte[]> credentials() {
            return asked.credentials();
        }

        @Override
        public Ask.Answer decided(Verdict reached) {
            return () -> admit(asked, reached);
        }
    }

    private Mechanism.Step admit(Ask.Authenticate asked, Verdict reached) throws ProtocolException {
        if (!reached.isAllowed()) {
            throw Refusal.of(reached, control);
        }
        verdict = reached;
        return asked.decided(reached).resume();
    }

    /** As whom the peer was let in; null if nobody was asked. */
    @Nullable
    String userId() {
        Verdict reached = verdict;
        return reached == null ? null : reached.userId();
    }

    /** What is known of the peer: in its own words, where whoever let it in has said nothing. */
    Map<String, String> known(Metadata told) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        known.putAll(told.asText());
        Verdict reached = verdict;
        if (reached != null) {
            Map<String, String> said = reached.metadata().asText();
            said.keySet().forEach(known::remove);
            known.putAll(said);
        }
        known.remove(USER_ID);
        return Collections.unmodifiableMap(known);
    }
}
