package io.zmq4j.bridge.sockets;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.message.Message;

/** The frames with which a record is published. */
public enum Publication {
    /** Those of its message, behind its key if that is one frame alone, which has no topic. */
    PLAIN {
        @Override
        public Message of(BridgeRecord record) {
            byte[] key = record.key();
            return key == null || record.message().frameCount() > 1
                    ? record.message()
                    : record.message().prependWrapped(key);
        }
    },

    /** The same, and its id as one more frame behind. */
    WITH_ID {
        @Override
        public Message of(BridgeRecord record) {
            return PLAIN.of(record).append(record.origin().id());
        }
    };

    static final String ID = "id";

    /** What is published of this record. */
    public abstract Message of(BridgeRecord record);

    /** What an address says. */
    static Publication of(Address address) {
        return switch (address.setting(ID).orElse("none")) {
            case "none" -> PLAIN;
            case "frame" -> WITH_ID;
            default -> throw address.wrong(ID, "none or frame");
        };
    }
}
