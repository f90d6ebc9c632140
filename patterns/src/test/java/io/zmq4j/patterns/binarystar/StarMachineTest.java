package io.zmq4j.patterns.binarystar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StarMachineTest {
    private static final long SILENCE = 2_000;

    private long now = Long.MAX_VALUE - 1_000; // nanoTime may overflow
    private StarMachine machine = new StarMachine(Role.PRIMARY, SILENCE, now);

    private void begin(StarState state) {
        machine = new StarMachine(state == StarState.BACKUP ? Role.BACKUP : Role.PRIMARY, SILENCE, now);
        switch (state) {
            case ACTIVE -> machine.peerIs(now, StarState.BACKUP);
            case PASSIVE -> machine.peerIs(now, StarState.ACTIVE);
            case CONFLICT -> {
                machine.peerIs(now, StarState.ACTIVE);
                machine.peerIs(now, StarState.PASSIVE);
            }
            case PRIMARY, BACKUP -> {}
        }
        assertThat(machine.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY, PRIMARY, PRIMARY",
        "PRIMARY, BACKUP,  ACTIVE",
        "PRIMARY, ACTIVE,  PASSIVE",
        "PRIMARY, PASSIVE, PRIMARY",
        "BACKUP,  PRIMARY, BACKUP",
        "BACKUP,  BACKUP,  BACKUP",
        "BACKUP,  ACTIVE,  PASSIVE",
        "BACKUP,  PASSIVE, BACKUP",
        "ACTIVE,  PRIMARY, ACTIVE",
        "ACTIVE,  BACKUP,  ACTIVE",
        "ACTIVE,  ACTIVE,  CONFLICT",
        "ACTIVE,  PASSIVE, ACTIVE",
        "PASSIVE, PRIMARY, ACTIVE",
        "PASSIVE, BACKUP,  ACTIVE",
        "PASSIVE, ACTIVE,  PASSIVE",
        "PASSIVE, PASSIVE, CONFLICT",
        "CONFLICT, PRIMARY, CONFLICT",
        "CONFLICT, ACTIVE, CONFLICT",
    })
    void whatThePeerSaysMoves(StarState from, StarState peer, StarState to) {
        begin(from);

        machine.peerIs(now, peer);

        assertThat(machine.state()).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(StarState.class)
    void whileThePeerIsHeardOnlyTheActiveOneServes(StarState state) {
        begin(state);
        now += SILENCE - 1;

        assertThat(machine.request(now)).isEqualTo(state == StarState.ACTIVE);
        assertThat(machine.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"PRIMARY, true", "BACKUP, false", "ACTIVE, true", "PASSIVE, true", "CONFLICT, false"})
    void whenThePeerIsSilentARequestMakesActive(StarState state, boolean serves) {
        begin(state);
        now += SILENCE;

        assertThat(machine.request(now)).isEqualTo(serves);
        assertThat(machine.state()).isEqualTo(serves ? StarState.ACTIVE : state);
    }

    @Test
    void silenceAloneMakesNobodyActive() {
        begin(StarState.PASSIVE);
        now += 100 * SILENCE;

        assertThat(machine.peerIsSilent(now)).isTrue();
        assertThat(machine.state()).isEqualTo(StarState.PASSIVE);
    }

    @Test
    void anyWordOfThePeerEndsItsSilence() {
        begin(StarState.PASSIVE);
        now += SILENCE - 1;
        machine.peerIs(now, StarState.ACTIVE);
        now += SILENCE - 1;

        assertThat(machine.request(now)).isFalse();
    }

    @Test
    void aPairBeginsServesFailsOverAndTakesTheDeadOneBackAsPassive() {
        var primary = new StarMachine(Role.PRIMARY, SILENCE, now);
        var backup = new StarMachine(Role.BACKUP, SILENCE, now);
        primary.peerIs(now, backup.state());
        backup.peerIs(now, primary.state());
        assertThat(primary.state()).isEqualTo(StarState.ACTIVE);
        assertThat(backup.state()).isEqualTo(StarState.PASSIVE);

        now += SILENCE;
        assertThat(backup.request(now)).isTrue();

        var restarted = new StarMachine(Role.PRIMARY, SILENCE, now);
        assertThat(restarted.request(now)).isFalse();
        restarted.peerIs(now, backup.state());
        backup.peerIs(now, StarState.PRIMARY);
        assertThat(restarted.state()).isEqualTo(StarState.PASSIVE);
        assertThat(backup.state()).isEqualTo(StarState.ACTIVE);
    }

    @Test
    void aCutBetweenTheTwoAloneChangesNothingAsClientsGoOnAskingTheActiveOne() {
        begin(StarState.ACTIVE);
        var passive = new StarMachine(Role.BACKUP, SILENCE, now);
        passive.peerIs(now, StarState.ACTIVE);
        now += 10 * SILENCE;

        assertThat(machine.request(now)).isTrue();
        assertThat(passive.state()).isEqualTo(StarState.PASSIVE);
        machine.peerIs(now, passive.state());
        passive.peerIs(now, machine.state());
        assertThat(machine.state()).isEqualTo(StarState.ACTIVE);
        assertThat(passive.state()).isEqualTo(StarState.PASSIVE);
    }
}
