package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.ConnectException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zmq.ZError;
import zmq.util.Errno;

/** Numbers of errors, the same on every platform, and what they mean. */
class ErrorTest {
    @ParameterizedTest
    @CsvSource({
        "EINTR,4",
        "EINVAL,22",
        "EAGAIN,35",
        "EPROTONOSUPPORT,43",
        "ENOTSUP,45",
        "EADDRINUSE,48",
        "EADDRNOTAVAIL,49",
        "EHOSTUNREACH,65",
        "ENOTSOCK,156384717",
        "EFSM,156384763",
        "ETERM,156384765",
        "EMFILE,156384819"
    })
    void numbersAreTheSameEverywhere(ZMQ.Error error, int code) {
        assertThat(error.getCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsNumberAndSaysWhatItMeans(ZMQ.Error error) throws Exception {
        assertThat(ZMQ.Error.findByCode(error.getCode())).isSameAs(error);
        assertThat(error.getMessage()).isNotBlank();
        assertThat(ZError.toString(error.getCode())).isEqualTo(error.getMessage());
        if (error != ZMQ.Error.NOERROR) {
            Field constant = ZError.class.getField(error.name());
            assertThat(constant.getInt(null)).isEqualTo(error.getCode());
        }
    }

    @Test
    void noTwoMeanTheSame() {
        assertThat(Arrays.stream(ZMQ.Error.values()).map(ZMQ.Error::getMessage)).doesNotHaveDuplicates();
    }

    @Test
    void noNumberBelowOneIsAnError() {
        assertThat(ZMQ.Error.findByCode(-1)).isEqualTo(ZMQ.Error.NOERROR);
    }

    @Test
    void otherNumbersAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZMQ.Error.findByCode(999))
                .withMessageContaining("999");
    }

    @ParameterizedTest
    @ValueSource(ints = {ZError.EINTR, ZError.ECANCELED, 999})
    void anExceptionTellsItsNumber(int code) {
        var exception = new ZMQException(code);
        assertThat(exception.getErrorCode()).isEqualTo(code);
        assertThat(exception)
                .hasMessage(ZError.toString(code))
                .hasToString(ZMQException.class.getName() + ": " + ZError.toString(code) + " (error " + code + ")");
    }

    @Test
    void anExceptionHasTheMessageAndCauseItWasGiven() {
        var cause = new IOException("cause");
        assertThat(new ZMQException("message", ZError.EFSM, cause))
                .hasMessage("message")
                .hasCause(cause);
        assertThat(new ZMQException("message", ZError.EFSM))
                .hasMessage("message")
                .hasNoCause();
        assertThat(new ZError.IOException(cause)).hasCause(cause).isInstanceOf(UncheckedZMQException.class);
        assertThat(new ZError.InstantiationException("message", cause))
                .hasMessage("message")
                .hasCause(cause);
        assertThat(new ZError.InstantiationException(cause)).hasCause(cause);
        assertThat(new ZError.InstantiationException("message")).hasMessage("message");
        assertThat(new ZError.CtxTerminatedException()).hasNoCause();
    }

    @Test
    void exceptionsOfChannelsHaveNumbers() {
        assertThat(ZError.exccode(new ConnectException())).isEqualTo(ZError.ESOCKET);
        assertThat(ZError.exccode(new ClosedByInterruptException())).isEqualTo(ZError.EINTR);
        assertThat(ZError.exccode(new AsynchronousCloseException())).isEqualTo(ZError.ENOTCONN);
        assertThat(ZError.exccode(new IOException())).isEqualTo(ZError.EIOEXC);
    }

    @Test
    void theLastErrorIsOfTheThread() throws Exception {
        var errno = new Errno();
        errno.set(ZError.EFSM);
        assertThat(new Errno().is(ZError.EFSM)).isTrue();
        assertThat(errno).hasToString("Errno[" + ZError.EFSM + "]");
        var inAnother = new int[1];
        var thread = new Thread(() -> inAnother[0] = errno.get());
        thread.start();
        thread.join();
        assertThat(inAnother[0]).isZero();
        errno.set(0);
    }
}
