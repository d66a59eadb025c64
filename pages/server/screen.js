// The little that the screen cannot do from the server.
(() => {
  const words = {/* WORDS */};
  const begins = Object.keys(words).filter((word) => /[ v]$/.test(word));
  const spoken = ["aria-label", "title", "placeholder", "alt"];
  // where words stand that are Streamlit's and not a person's
  const its = '[data-testid^="stMainMenu"], [data-testid="stSkipToContent"], [data-testid="stHeader"], [role="dialog"], ' +
    '[data-testid$="Dropdown"], [data-testid="InputInstructions"], [data-testid^="stFileUploader"], [data-testid="stConnectionStatus"]';

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

  new MutationObserver((changes) => {
    const isSpoken = Object.keys(words).length > 0;
    for (const change of changes) {
      if (change.type === "childList") {
        if (isSpoken) change.addedNodes.forEach(speakAll);
        for (const added of change.addedNodes) added.querySelectorAll?.('[data-testid="stNavSectionHeader"]').forEach(group);
      } else if (isSpoken) speak(change.target);
    }
  }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: spoken,
  });

  // a chart keeps the width of the screen on paper, and what is beyond it would be cut: there it is a picture to scale
  const charts = () => document.querySelectorAll('[data-testid="stPlotlyChart"] .main-svg');
  addEventListener("beforeprint", () => {
    for (const chart of charts()) {
      const { width, height } = chart.getBoundingClientRect();
      chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
      const style = chart.closest(".svg-container").style;
      style.aspectRatio = `${width} / ${height}`;
      style.setProperty("--drawn", `${width}px`);
    }
    // which blocks are cards, and which of them only ask
    for (const block of document.querySelectorAll('[data-testid="stVerticalBlock"]')) {
      if (getComputedStyle(block).borderTopWidth === "0px") continue;
      const tells = [...block.querySelectorAll("p, li, table, .main-svg")].some(
        (part) => !part.closest('[data-testid="stForm"], [data-testid="stWidgetLabel"], button, a'),
      );
      block.dataset.card = tells ? "tells" : "asks";
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
