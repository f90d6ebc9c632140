package io.zmq4j.interop;

import org.zeromq.SocketType;

/** The parties of the columns, for one play. */
record MatrixParties(Rig rig, Libzmq libzmq, Libzmq libzmqWithDrafts, JeromqPeers jeromq) {
    Party of(MatrixColumn column, MatrixRow row) {
        return switch (column) {
            case LIBZMQ -> libzmq;
            case LIBZMQ_WITH_DRAFTS -> libzmqWithDrafts;
            case JEROMQ ->
                (type, beats, ours) -> new JeromqPartner(jeromq, SocketType.valueOf(type.name()), beats, ours);
            case OURSELVES -> (type, beats, ours) -> new OwnPartner(rig.newContext(), type, beats);
            case SCRIPT_3_1, SCRIPT_3_0, SCRIPT_2_0, SCRIPT_1_0 -> (type, beats, ours) -> column.scripted(row);
        };
    }
}
