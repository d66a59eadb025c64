// The texts of charts that cannot be read: cut at the edge, over one another, turned, or wider than the bar they are in.
() => {
  const found = [];
  const charts = document.querySelectorAll('[data-testid="stPlotlyChart"]');
  for (const chart of charts) {
    const frame = chart.querySelector(".svg-container").getBoundingClientRect();
    const texts = [];
    for (const text of chart.querySelectorAll("svg.main-svg text")) {
      const shown = getComputedStyle(text);
      if (shown.visibility === "hidden" || shown.opacity === "0") continue;
      const lines = [...text.querySelectorAll("tspan.line")];
      for (const line of lines.length ? lines : [text]) {
        const range = document.createRange();
        range.selectNodeContents(line);
        const box = range.getBoundingClientRect();
        if (line.textContent.trim() && box.width) texts.push({ text, words: line.textContent.trim(), box });
      }
    }
    for (const { words, box } of texts)
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        found.push(`cut: ${words}`);
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // the box of a line is higher than its letters
        if (one.text !== other.text && across > 1 && down > 4) found.push(`over one another: ${one.words} | ${other.words}`);
      }
    });
    for (const tick of chart.querySelectorAll(".xtick text, .ytick text"))
      if (/rotate\(-?[1-9]/.test(tick.getAttribute("transform") ?? "")) found.push(`turned: ${tick.textContent}`);
    for (const point of chart.querySelectorAll(".bars .point")) {
      const [bar, text] = [point.querySelector("path"), point.querySelector("text")];
      if (!bar || !text?.textContent.trim()) continue;
      const [around, box] = [bar.getBoundingClientRect(), text.getBoundingClientRect()];
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const inside = x > around.left && x < around.right && y > around.top && y < around.bottom;
      if (inside && box.width > around.width - 2) found.push(`wider than its bar: ${text.textContent}`);
    }
  }
  return found;
}
