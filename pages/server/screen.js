// The little that the screen cannot do from the server.
(() => {
  const words = {/* WORDS */};
  const begins = Object.keys(words).filter((word) => /[ v]$/.test(word));
  const spoken = ["aria-label", "title", "placeholder", "alt"];
  // where words stand that are Streamlit's and not a person's
  const its = '[data-testid^="stMainMenu"], [data-testid="stSkipToContent"], [data-testid="stHeader"], [role="dialog"], ' +
    '[data-testid$="Dropdown"], [data-testid="InputInstructions"], [data-testid^="stFileUploader"], [data-testid="stConnectionStatus"], ' +
    '[data-testid^="stElementToolbar"], [data-testid^="stDataFrame"], [data-testid="stTooltipContent"]';

  const translated = (text) => {
    if (text in words) return words[text];
    const start = begins.find((word) => text.startsWith(word));
    return start && words[start] + text.slice(start.length);
  };

  const speak = (element) => {
    if (element.nodeType === Node.TEXT_NODE) {
      const said = element.parentElement?.closest(its) && translated(element.data.trim());
      if (said) element.data = said;
      return;
    }
    for (const name of spoken) {
      const said = element.getAttribute?.(name);
      // a symbol beside words is called by its English name: nothing is lost where it is silent
      if (name === "aria-label" && element.role === "img" && said?.endsWith(" icon")) {
        element.removeAttribute(name);
        element.setAttribute("aria-hidden", "true");
      } else if (said && translated(said)) element.setAttribute(name, translated(said));
    }
  };

  const speakAll = (root) => {
    speak(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) speak(walker.currentNode);
  };

  // the menu's groups: each is a list of its own, called by the heading that stands above it
  const group = (header) => {
    const list = header.parentElement;
    list.setAttribute("role", "list");
    list.setAttribute("aria-label", header.querySelector("span").textContent);
    list.closest("ul")?.setAttribute("role", "none");
    header.setAttribute("aria-hidden", "true");
  };

  // a button is off while its file is made, and the keyboard falls off it: it is put back once the button is on again
  let left = null;
  addEventListener("focusout", (event) => { left = event.target; });
  const comeBack = (button) => {
    if (button === left && !button.disabled && document.activeElement === document.body) button.focus();
  };

  new MutationObserver((changes) => {
    const isSpoken = Object.keys(words).length > 0;
    for (const change of changes) {
      if (change.type === "childList") {
        if (isSpoken) change.addedNodes.forEach(speakAll);
        for (const added of change.addedNodes) added.querySelectorAll?.('[data-testid="stNavSectionHeader"]').forEach(group);
      } else if (change.attributeName === "disabled") comeBack(change.target);
      else if (isSpoken) speak(change.target);
    }
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...spoken, "disabled"],
  });

  // a chart keeps the width of the screen on paper, and what is beyond it would be cut: there it is a picture to scale
  const asking = '[data-testid="stForm"], [data-testid="stExpander"], [data-testid="stPopover"]';
  const telling = 'p, li, table, img, .main-svg, [data-testid="stProgress"]';
  const parts = '[data-testid="stElementContainer"], [data-testid="stLayoutWrapper"], [data-testid="stColumn"], ' +
    '[data-testid="stVerticalBlock"]';
  const charts = () => document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg');
  addEventListener("beforeprint", () => {
    for (const chart of charts()) {
      const { width, height } = chart.getBoundingClientRect();
      chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
      chart.closest(".svg-container").style.aspectRatio = `${width} / ${height}`;
      chart.closest('[data-testid="stPlotlyChart"]').style.setProperty("--drawn", `${width}px`);
    }
    // which parts tell something, and which only ask: what asks is not printed, and the rest takes its room
    for (const part of document.querySelectorAll(parts)) {
      const kind = part.dataset.testid;
      const isCard = kind === "stVerticalBlock" && getComputedStyle(part).borderTopWidth !== "0px";
      if (kind === "stVerticalBlock" && !isCard) continue;
      // a heading alone says what is asked below it
      const said = isCard || kind === "stColumn" ? telling : `${telling}, h1, h2, h3, h4`;
      const tells = [...part.querySelectorAll(said)].some(
        (one) => !one.closest(`${asking}, [data-testid="stWidgetLabel"], button, a`),
      );
      // a long table goes on on the next sheet, under its headings; what is higher than a sheet has to as well
      const fits = isCard && part.offsetHeight < 1200 && !part.querySelector("tr:nth-child(12)");
      part.dataset.paper = tells ? (fits ? "card" : "tells") : "asks";
    }
  });
  addEventListener("afterprint", () => {
    for (const chart of charts()) {
      chart.removeAttribute("viewBox");
      chart.closest(".svg-container").style.aspectRatio = "";
    }
  });

  // how wide the window is, for who draws the charts
  const tell = () => {
    document.cookie = `vlootplan_narrow=${innerWidth < 1300 ? 1 : 0}; path=/; samesite=lax`;
  };
  tell();
  addEventListener("resize", tell);
})();
