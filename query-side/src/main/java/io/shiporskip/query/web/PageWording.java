package io.shiporskip.query.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page's template its words. */
@ControllerAdvice
public class PageWording {

    @ModelAttribute("say")
    Wording say() {
        return new Wording();
    }
}
