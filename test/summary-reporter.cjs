const byProject = (testResults) => {
  const projects = new Map();
  for (const { displayName, perfStats } of testResults) {
    const name = displayName?.name ?? 'tests';
    const { files, ms } = projects.get(name) ?? { files: 0, ms: 0 };
    projects.set(name, { files: files + 1, ms: ms + perfStats.runtime });
  }
  return [...projects].map(
    ([name, { files, ms }]) => `${name}: ${files} files, ${Math.round(ms / 1000)} s of a worker\n`,
  );
};

/** Ends the output of jest with the time of each project, and one plain line: `N passed, N failed`. A suite that cannot load counts as a failed test. */
module.exports = class SummaryReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests, testResults },
  ) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const times = byProject(testResults).join('');
    process.on('exit', () =>
      process.stdout.write(
        `${times}${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      ),
    );
  }
};
