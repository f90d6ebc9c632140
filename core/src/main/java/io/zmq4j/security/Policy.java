package io.zmq4j.security;

import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.mechanism.Verdict.Status;
import io.zmq4j.zmtp.wire.Metadata;
import java.util.Map;

/** What is decided: first about the address, then by the mechanism. What no rule lets in stays out; but NULL has no rules. */
final class Policy {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private static final String NULL = "NULL";

    final Addresses addresses = new Addresses();
    final Rules plain = new Rules(2);
    final Rules curve = new Rules(1);
    final Rules gssapi = new Rules(1);

    private final Map<String, Rules> mechanisms = Map.of("PLAIN", plain, "CURVE", curve, "GSSAPI", gssapi);

    Verdict decide(ZapRequest request) {
        if (!addresses.admit(request.address())) {
            return refused("the address is not allowed");
        }
        if (request.mechanism().equals(NULL)) {
            return admitted("");
        }
        Rules rules = mechanisms.get(request.mechanism());
        if (rules == null) {
            return refused("unknown mechanism");
        }
        if (request.credentials().size() != rules.credentials()) {
            return refused("not the credentials of the mechanism");
        }
        Rule rule = rules.of(request.domain());
        return rule == null ? refused("nobody is let in to this domain with the mechanism") : decide(rule, request);
    }

    private static Verdict decide(Rule rule, ZapRequest request) {
        String userId;
        try {
            userId = rule.userId(request.credentials());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "whether a peer may come in cannot be said: " + request, e);
            return verdict(Status.INTERNAL_ERROR, "whoever decides has failed", "");
        }
        return userId == null ? refused("unknown, or not proven") : admitted(userId);
    }

    private static Verdict admitted(String userId) {
        return verdict(Status.SUCCESS, "OK", userId);
    }

    private static Verdict refused(String reason) {
        return verdict(Status.AUTHENTICATION_FAILURE, reason, "");
    }

    private static Verdict verdict(Status status, String reason, String userId) {
        return new Verdict(status, reason, userId, new Metadata());
    }
}
