package zmq.io.coder;

public interface IEncoder {

    void destroy();

    int encode(zmq.util.ValueReference<java.nio.ByteBuffer> arg0, int arg1);

    void encoded();

    void loadMsg(zmq.Msg arg0);
}
