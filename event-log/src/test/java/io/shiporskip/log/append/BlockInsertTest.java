package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's answer to one send says of the block, and of the server. */
class BlockInsertTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 121, 10334})
    void whatIsWrongWithTheContentConcernsThisBlockAlone(int code) {
        assertThat(refused(code))
                .isInstanceOfSatisfying(
                        Answer.Lasting.class,
                        lasting -> assertThat(lasting.concernsServer()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18, 14031})
    void whatIsWrongForEveryBlockConcernsTheServer(int code) {
        assertThat(refused(code))
                .isInstanceOfSatisfying(
                        Answer.Lasting.class,
                        lasting -> assertThat(lasting.concernsServer()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 91, 189, 10107})
    void whatMayPassLeavesTheOutcomeUnknown(int code) {
        assertThat(refused(code)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aServerThatSaysItWroteNothingHasConfirmedNothing() {
        assertThat(BlockInsert.classed(BsonDocument.parse("{n: 0, ok: 1.0}"))).isInstanceOf(Answer.Unknown.class);
    }

    private static Answer refused(int code) {
        return BlockInsert.classed(BsonDocument.parse(
                "{n: 0, ok: 1.0, writeErrors: [{index: 0, code: " + code + ", errmsg: 'for this test'}]}"));
    }
}
