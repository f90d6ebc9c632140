package zmq.io.net;

public interface SelectorProviderChooser {

    java.nio.channels.spi.SelectorProvider choose(zmq.io.net.Address.IZAddress arg0, zmq.Options arg1);
}
