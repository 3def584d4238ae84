using Rehearsal;
using Rehearsal.Output;

return await CommandLine.RunAsync(args, Screen.ConsoleOfProcess(), project => project.Program());
