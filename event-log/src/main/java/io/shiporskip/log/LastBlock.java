package io.shiporskip.log;

/**
 * The log's last block, without what is in it.
 *
 * @param head where the log ends
 * @param id the block's; empty when the log is
 */
public record LastBlock(LogHead head, String id) {

    /** Of a log that holds nothing. */
    public static final LastBlock NONE = new LastBlock(LogHead.EMPTY, "");
}
