// What a page tells: its texts that are no fields, buttons or links, nor the heading of what has nothing else in it.
() => {
  const asks = [
    '[data-testid="stForm"], [data-testid="stExpander"], [data-testid="stPopover"], [data-testid="stWidgetLabel"]',
    '[data-testid="stButtonGroup"], [data-testid="stSlider"], [data-testid="stSelectbox"], [data-testid="stMultiSelect"]',
    '[data-testid="stCheckbox"], [data-testid="stDateInput"], [data-testid="stFileUploader"], [data-testid="stCode"], [role="radiogroup"]',
    "button, a, style, script",
  ].join(", ");
  const told = [];
  const walker = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [text, around] = [walker.currentNode.data.trim(), walker.currentNode.parentElement];
    if (!text || around.closest(asks) || (around.closest("svg") && !around.closest(".main-svg"))) continue;
    if (around.closest("h1, h2, h3, h4") && around.closest('[data-paper="asks"]')) continue;
    if (getComputedStyle(around).fontFamily.includes("Material Symbols")) continue; // the name of a symbol, never shown
    const onPaper = around.closest('[class*="st-key-on_paper_"]');
    if (onPaper || around.checkVisibility({ opacityProperty: true, visibilityProperty: true })) told.push(text);
  }
  return told;
}
