package io.zmq4j.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LobbyTest {
    private final Lobby<String> lobby = new Lobby<>(4, 2);

    @Test
    void theOldestGivesWay() {
        assertThat(lobby.enter("a1", "a")).isNull();
        assertThat(lobby.enter("b1", "b")).isNull();
        assertThat(lobby.enter("c1", "c")).isNull();
        assertThat(lobby.enter("d1", "d")).isNull();
        assertThat(lobby.enter("e1", "e")).isEqualTo("a1");
        assertThat(lobby.enter("f1", "f")).isEqualTo("b1");
        assertThat(lobby.size()).isEqualTo(4);
    }

    @Test
    void anAddressThatHasManyMakesRoomItself() {
        lobby.enter("good", "a");
        lobby.enter("bad1", "b");
        lobby.enter("bad2", "b");
        assertThat(lobby.enter("bad3", "b")).isEqualTo("bad1");
        assertThat(lobby.enter("bad4", "b")).isEqualTo("bad2");
        assertThat(lobby.enter("good2", "c")).isNull();
        assertThat(lobby.size()).isEqualTo(4);
    }

    @Test
    void theOneThatIsDoneLeavesItsPlace() {
        lobby.enter("b1", "b");
        lobby.enter("b2", "b");
        lobby.leave("b1");
        lobby.leave("b1");
        lobby.leave("never here");
        assertThat(lobby.enter("b3", "b")).isNull();
        assertThat(lobby.enter("b4", "b")).isEqualTo("b2");
    }

    @Test
    void withoutAddressesOnlyAllOfThemCount() {
        for (int i = 0; i < 4; i++) {
            assertThat(lobby.enter("x" + i, null)).isNull();
        }
        assertThat(lobby.enter("x4", null)).isEqualTo("x0");
        assertThat(lobby.size()).isEqualTo(4);
    }
}
