package io.shiporskip.query.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the pages over real HTTP, on a free port, with the made-up answers and no limit on new visitors. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PagesWithFixtures.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ship-or-skip.new-visitors=0", "ship-or-skip.data=target/pages-test-data"})
@interface PagesTest {}
