package zmq.io.coder;

public interface IDecoder {

    zmq.io.coder.IDecoder.Step.Result decode(
            java.nio.ByteBuffer arg0, int arg1, zmq.util.ValueReference<java.lang.Integer> arg2);

    void destroy();

    java.nio.ByteBuffer getBuffer();

    zmq.Msg msg();

    interface Step {

        zmq.io.coder.IDecoder.Step.Result apply();

        enum Result {
            MORE_DATA,
            DECODED,
            ERROR;
        }
    }
}
