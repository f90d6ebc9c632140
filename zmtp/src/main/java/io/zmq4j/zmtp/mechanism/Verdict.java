package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Metadata;
import java.util.Objects;

/**
 * Whether a peer may come in (RFC 27, "Specification of the ZAP Reply").
 *
 * @param status what was decided
 * @param reason for people; never told to the peer
 * @param userId the peer's user id; empty for none, and where it may not come in
 * @param metadata what else is known of it; empty where it may not come in
 */
public record Verdict(Status status, String reason, String userId, Metadata metadata) {
    /** With the numbers of RFC 27. */
    public enum Status {
        SUCCESS(200),
        /** Not now; it may try again. */
        TEMPORARY_ERROR(300),
        AUTHENTICATION_FAILURE(400),
        INTERNAL_ERROR(500);

        private final int number;

        Status(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    public Verdict {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(metadata, "metadata");
    }

    public boolean isAllowed() {
        return status == Status.SUCCESS;
    }
}
