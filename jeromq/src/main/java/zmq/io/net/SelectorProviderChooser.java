package zmq.io.net;

import java.nio.channels.spi.SelectorProvider;
import org.jspecify.annotations.Nullable;
import zmq.Options;
import zmq.io.net.Address.IZAddress;

/** Chooses what makes the channels of a connection. An option of a socket that is kept and never called. */
public interface SelectorProviderChooser {
    /** Null leaves it to the system. */
    @Nullable
    SelectorProvider choose(IZAddress address, Options options);
}
