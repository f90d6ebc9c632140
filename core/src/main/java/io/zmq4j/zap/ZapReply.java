package io.zmq4j.zap;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What was decided (RFC 27, "Message Format"), as a DEALER receives it.
 *
 * <pre>
 *  | (empty) | 1.0 | id | status | text | user id | metadata |
 *      0        1    2      3       4        5          6
 * </pre>
 */
public final class ZapReply {
    private static final int ID_AT = 2;
    private static final int STATUS_AT = 3;
    private static final int TEXT_AT = 4;
    private static final int USER_ID_AT = 5;
    private static final int METADATA_AT = 6;
    private static final int FRAMES = 7;
    private static final int LONGEST_TEXT = 255;

    private ZapReply() {}

    /**
     * As a REP sends it: without the empty frame.
     *
     * @param request what it answers
     */
    public static Message message(Message request, Verdict verdict) {
        byte[] id = request.frameCount() > 1 ? request.array(1) : new byte[0];
        return Message.wrap(new byte[][] {
            Zap.ascii(Zap.VERSION),
            id,
            Zap.ascii(String.valueOf(verdict.status().number())),
            Zap.ascii(verdict.reason()),
            verdict.userId().getBytes(StandardCharsets.UTF_8),
            verdict.isAllowed() ? verdict.metadata().encode() : new byte[0]
        });
    }

    /** Which request it answers; null if it has no place for that. */
    public static @Nullable String id(Message reply) {
        return reply.frameCount() > ID_AT && reply.size(ID_AT) <= LONGEST_TEXT
                ? new String(reply.array(ID_AT), StandardCharsets.ISO_8859_1)
                : null;
    }

    /** What it says; one that breaks the rules says that the one who decides has failed. */
    public static Verdict verdict(Message reply) {
        try {
            return parsed(reply);
        } catch (MalformedReplyException e) {
            return new Verdict(
                    Verdict.Status.INTERNAL_ERROR, "a malformed reply: " + e.getMessage(), "", new Metadata());
        }
    }

    private static Verdict parsed(Message reply) throws MalformedReplyException {
        if (reply.frameCount() != FRAMES) {
            throw new MalformedReplyException("%d frames, %d belong there".formatted(reply.frameCount(), FRAMES));
        }
        if (reply.size(0) != 0) {
            throw new MalformedReplyException("no empty frame in front");
        }
        if (!reply.text(1).equals(Zap.VERSION)) {
            throw new MalformedReplyException("version \"%s\"".formatted(Printable.text(reply.array(1))));
        }
        Verdict.Status status = status(reply);
        String text = new String(reply.array(TEXT_AT), StandardCharsets.ISO_8859_1);
        byte[] userId = reply.array(USER_ID_AT);
        if (status != Verdict.Status.SUCCESS) {
            if (userId.length > 0) {
                throw new MalformedReplyException("status %d with a user id".formatted(status.number()));
            }
            return new Verdict(status, text, "", new Metadata());
        }
        if (userId.length > LONGEST_TEXT) {
            throw new MalformedReplyException("a user id of %d bytes".formatted(userId.length));
        }
        return new Verdict(status, text, new String(userId, StandardCharsets.UTF_8), metadata(reply));
    }

    private static Verdict.Status status(Message reply) throws MalformedReplyException {
        for (Verdict.Status status : Verdict.Status.values()) {
            if (reply.text(STATUS_AT).equals(String.valueOf(status.number()))) {
                return status;
            }
        }
        throw new MalformedReplyException("status \"%s\"".formatted(Printable.text(reply.array(STATUS_AT))));
    }

    private static Metadata metadata(Message reply) throws MalformedReplyException {
        try {
            return Metadata.parse(reply.array(METADATA_AT), 0);
        } catch (ProtocolException e) {
            throw new MalformedReplyException("metadata with " + e.getMessage());
        }
    }
}
