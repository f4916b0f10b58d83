package com.rechain.dao.perf.lab.request;

/**
 * One request as a tool wrote it, in a line of fields with tabs between.
 *
 * @param sentAt milliseconds since 1970
 * @param micros until the end of the answer
 * @param status of the answer; 0 without one
 * @param step what it was for, such as {@code vote}
 * @param id of what it is about: an account, a proposal, or a proposal and a voter with a slash
 * @param key the Idempotency-Key it carried
 * @param content what was to be written: a handle, a title, a choice
 */
public record RequestLine(
        long sentAt, long micros, int status, String step, String id, String key, String content) {
    private static final int FIELDS = 7;

    /**
     * @throws IllegalArgumentException when the line is not whole
     */
    public static RequestLine parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not a whole request line: " + line);
        }
        return new RequestLine(
                Long.parseLong(fields[0]),
                Math.max(0, Math.round(Double.parseDouble(fields[1]))),
                Integer.parseInt(fields[2]),
                fields[3],
                fields[4],
                fields[5],
                fields[6]);
    }

    /** Whether it wrote something, as far as its answer tells. */
    public boolean acknowledged() {
        return isWrite() && status / 100 == 2;
    }

    /** Whether it was refused for certain. */
    public boolean refused() {
        return isWrite() && status / 100 == 4;
    }

    /** Whether it may have written something or not: the answer does not tell. */
    public boolean undecided() {
        return isWrite() && !acknowledged() && !refused();
    }

    /** Whether the answer is a good one. */
    public boolean good() {
        return status / 100 == 2 || status == 304;
    }

    private boolean isWrite() {
        return switch (step) {
            case "register", "draft", "publish", "vote" -> true;
            default -> false;
        };
    }
}
