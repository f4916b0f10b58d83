package com.rechain.dao.perf.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection of a generator: one request at a time, the next when it is answered. */
final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerParser parser = new AnswerParser();
    private @Nullable ByteBuffer unsent;
    private @Nullable Due due;

    /** Begins to connect; what is sent meanwhile leaves when the connection stands. */
    Connection(Selector selector, InetSocketAddress target) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(target);
        key =
                channel.register(
                        selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    boolean idle() {
        return due == null;
    }

    boolean open() {
        return channel.isOpen();
    }

    boolean connected() {
        return channel.isConnected();
    }

    /** The request that waits for its answer; it does no longer. */
    @Nullable Due takeDue() {
        Due waiting = due;
        due = null;
        return waiting;
    }

    void send(Due request, byte[] bytes) throws IOException {
        due = request;
        unsent = ByteBuffer.wrap(bytes);
        if (channel.isConnected()) {
            write();
        }
    }

    /** Goes on with connecting and writing. */
    void proceed() throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_READ);
        }
        if (channel.isConnected() && unsent != null) {
            write();
        }
    }

    boolean readable() {
        return key.isReadable();
    }

    /**
     * Reads what has come.
     *
     * @return the answer once it is complete
     * @throws IOException when the connection has ended
     */
    @Nullable Answer read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("the connection was closed");
        }
        buffer.flip();
        if (!buffer.hasRemaining() || !parser.take(buffer)) {
            return null;
        }
        boolean listening = due != null && due.request().listener() != null;
        Answer answer = new Answer(parser.status(), listening ? parser.head() : "");
        if (parser.closes()) {
            close();
        }
        parser.reset();
        return answer;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It is not used any more, whatever is left of it.
        }
    }

    private void write() throws IOException {
        ByteBuffer bytes = unsent;
        if (bytes == null) {
            return;
        }
        channel.write(bytes);
        boolean done = !bytes.hasRemaining();
        key.interestOps(done ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        if (done) {
            unsent = null;
        }
    }
}
