package io.shiporskip.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private final AtomicLong nanos = new AtomicLong(TimeUnit.HOURS.toNanos(1));
    private final Company company = new Company(nanos::get, true);

    @Test
    void aWriterIsTakenToBeAloneUntilItMeetsAnother() {
        assertThat(company.isPresent()).isFalse();
        company.met();
        assertThat(company.isPresent()).isTrue();
    }

    @Test
    void whoIsNotMetForASecondHasGoneAndThatIsToldOnce() {
        company.met();
        nanos.addAndGet(Company.ALONE_NANOS);
        assertThat(company.hasGone()).isFalse();

        nanos.incrementAndGet();

        assertThat(company.hasGone()).isTrue();
        assertThat(company.hasGone()).isFalse();
        assertThat(company.isPresent()).isFalse();
    }

    @Test
    void whoDoesNotRestAsksNowAndThen() {
        assertThat(blocks(Company.ASK_NANOS - 1)).isZero();
        assertThat(blocks(1)).isOne();
        assertThat(blocks(10 * Company.ASK_NANOS)).isEqualTo(10);
    }

    @Test
    void whoRestsNeedNotAsk() {
        for (int i = 0; i < 10; i++) {
            assertThat(blocks(Company.ASK_NANOS - 1)).isZero();
            nanos.addAndGet(Company.REST_NANOS);
        }
    }

    @Test
    void aBlockThatTakesLongIsNoRest() {
        company.begin();
        nanos.addAndGet(Company.ASK_NANOS);

        assertThat(company.end()).isTrue();
    }

    @Test
    void whoHasCompanyKnowsAlready() {
        company.met();

        assertThat(blocks(2 * Company.ASK_NANOS)).isZero();
    }

    @Test
    void whereOthersDoNotMatterNobodyIsMetNorAskedFor() {
        Company none = new Company(nanos::get, false);
        none.met();
        assertThat(none.isPresent()).isFalse();

        none.begin();
        nanos.addAndGet(Company.ASK_NANOS);
        assertThat(none.end()).isFalse();
    }

    /** @return how often it asked in so long, writing a block in each tenth of the time between two questions */
    private int blocks(long length) {
        long until = nanos.get() + length;
        int asked = 0;
        while (nanos.get() < until) {
            company.begin();
            nanos.set(Math.min(until, nanos.get() + Company.ASK_NANOS / 10));
            asked += company.end() ? 1 : 0;
        }
        return asked;
    }
}
