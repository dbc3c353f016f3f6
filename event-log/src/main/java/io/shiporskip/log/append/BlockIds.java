package io.shiporskip.log.append;

import java.util.UUID;

/**
 * Names the blocks of one appender, so that whoever finds one knows whose it is: {@code writer.random}. Should two writers
 * ever come by one name, they would stand in each other's way, and nothing else: the rest of the id is random.
 */
final class BlockIds {

    private static final char AFTER_WRITER = '.';
    private static final int WRITER_CHARACTERS = 13;

    private final String writer;

    /** @param writer unlike that of any other appender on the same log */
    BlockIds(String writer) {
        this.writer = writer;
    }

    /** Of a writer that nobody has heard of. */
    static BlockIds ofANewWriter() {
        return new BlockIds(UUID.randomUUID().toString().substring(0, WRITER_CHARACTERS));
    }

    String writer() {
        return writer;
    }

    /** An id that no block has had. */
    String next() {
        return writer + AFTER_WRITER + UUID.randomUUID();
    }

    /** Who wrote the block of this id; empty where the id does not say. */
    static String writerOf(String block) {
        return block.substring(0, Math.max(0, block.indexOf(AFTER_WRITER)));
    }
}
