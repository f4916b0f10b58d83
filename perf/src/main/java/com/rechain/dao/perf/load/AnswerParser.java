package com.rechain.dao.perf.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds the end of an HTTP/1.1 answer in bytes that come in pieces, and reads of it no more than a
 * load needs: the status, and whether the connection stays open.
 */
final class AnswerParser {
    private static final int HEAD_LIMIT = 64 * 1024;

    private enum Expecting {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER,
        NOTHING
    }

    private Expecting expecting = Expecting.HEAD;
    private byte[] head = new byte[512];
    private int headLength;
    private int status;
    private boolean closes;
    private long left;
    private int lineLength;

    /**
     * Takes what is in {@code bytes}, up to the end of the answer.
     *
     * @return whether the answer is complete
     * @throws MalformedAnswerException when this is no HTTP/1.1
     */
    boolean take(ByteBuffer bytes) {
        while (expecting != Expecting.NOTHING && bytes.hasRemaining()) {
            switch (expecting) {
                case HEAD -> takeHead(bytes);
                case BODY -> takeBody(bytes, Expecting.NOTHING);
                case CHUNK -> takeBody(bytes, Expecting.CHUNK_SIZE);
                case CHUNK_SIZE -> takeChunkSize(bytes.get());
                case TRAILER -> takeTrailer(bytes.get());
                case NOTHING -> throw new IllegalStateException("the answer was complete");
            }
        }
        return expecting == Expecting.NOTHING;
    }

    /** Gets ready for the next answer. */
    void reset() {
        expecting = Expecting.HEAD;
        headLength = 0;
    }

    /** Whether anything of an answer has come. */
    boolean begun() {
        return headLength > 0;
    }

    int status() {
        return status;
    }

    boolean closes() {
        return closes;
    }

    String head() {
        return new String(head, 0, headLength, ISO_8859_1);
    }

    private void takeHead(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (headLength == head.length) {
                grow();
            }
            byte b = bytes.get();
            head[headLength++] = b;
            if (b == '\n' && endsHead()) {
                readHead();
                return;
            }
        }
    }

    private void grow() {
        if (headLength >= HEAD_LIMIT) {
            throw new MalformedAnswerException("the head of an answer does not end");
        }
        head = Arrays.copyOf(head, headLength * 2);
    }

    private boolean endsHead() {
        return headLength >= 4
                && head[headLength - 2] == '\r'
                && head[headLength - 3] == '\n'
                && head[headLength - 4] == '\r';
    }

    private void readHead() {
        if (headLength < 16 || head[0] != 'H' || head[8] != ' ') {
            throw new MalformedAnswerException("an answer begins with no status line");
        }
        status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + (head[11] - '0');
        closes = false;
        long length = -1;
        boolean chunked = false;
        for (int start = nextLine(0); start < headLength - 2; start = nextLine(start)) {
            if (named(start, "content-length:")) {
                length = Long.parseLong(value(start, 15));
            } else if (named(start, "transfer-encoding:")) {
                chunked = value(start, 18).equalsIgnoreCase("chunked");
            } else if (named(start, "connection:")) {
                closes = value(start, 11).equalsIgnoreCase("close");
            }
        }
        expectBody(chunked, length);
    }

    private void expectBody(boolean chunked, long length) {
        boolean none = status == 204 || status == 304;
        if (!none && chunked) {
            left = 0;
            lineLength = 0;
            expecting = Expecting.CHUNK_SIZE;
        } else if (none || length == 0) {
            expecting = Expecting.NOTHING;
        } else if (length > 0) {
            left = length;
            expecting = Expecting.BODY;
        } else {
            throw new MalformedAnswerException("an answer does not say how long it is");
        }
    }

    private void takeBody(ByteBuffer bytes, Expecting next) {
        int some = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + some);
        left -= some;
        if (left == 0) {
            lineLength = 0;
            expecting = next;
        }
    }

    /** The size of a chunk in hexadecimal; what follows a semicolon says nothing of its length. */
    private void takeChunkSize(byte b) {
        int digit = Character.digit(b, 16);
        if (b == '\n') {
            if (left == 0) {
                lineLength = 0;
                expecting = Expecting.TRAILER;
            } else {
                left += 2; // the line end behind the chunk
                expecting = Expecting.CHUNK;
            }
        } else if (digit >= 0 && lineLength >= 0) {
            left = left * 16 + digit;
            lineLength++;
        } else {
            lineLength = -1;
        }
    }

    private void takeTrailer(byte b) {
        if (b == '\n') {
            expecting = lineLength == 0 ? Expecting.NOTHING : Expecting.TRAILER;
            lineLength = 0;
        } else if (b != '\r') {
            lineLength++;
        }
    }

    private int nextLine(int from) {
        int at = from;
        while (head[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private boolean named(int start, String name) {
        if (start + name.length() > headLength) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((head[start + i] | (name.charAt(i) >= 'a' ? 0x20 : 0)) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String value(int start, int nameLength) {
        int end = nextLine(start);
        return new String(head, start + nameLength, end - start - nameLength, ISO_8859_1).strip();
    }
}
