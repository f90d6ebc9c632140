package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The version of the API that programs compare with. */
class VersionTest {
    @Test
    void itsPartsAgree() {
        assertThat(ZMQ.getVersionString())
                .isEqualTo(ZMQ.getMajorVersion() + "." + ZMQ.getMinorVersion() + "." + ZMQ.getPatchVersion());
        assertThat(ZMQ.getFullVersion())
                .isEqualTo(ZMQ.makeVersion(ZMQ.getMajorVersion(), ZMQ.getMinorVersion(), ZMQ.getPatchVersion()));
    }

    @Test
    void itIsTheOneThatProgramsHaveCompiledIn() {
        assertThat(ZMQ.getFullVersion())
                .isEqualTo(ZMQ.makeVersion(
                        zmq.ZMQ.ZMQ_VERSION_MAJOR, zmq.ZMQ.ZMQ_VERSION_MINOR, zmq.ZMQ.ZMQ_VERSION_PATCH));
    }

    @Test
    void laterOnesAreLarger() {
        assertThat(ZMQ.makeVersion(4, 3, 5)).isEqualTo(40305).isGreaterThan(ZMQ.makeVersion(4, 2, 99));
    }
}
