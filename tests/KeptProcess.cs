using System.Collections.Concurrent;
using System.Diagnostics;

namespace SageMakerIam.Tests;

/// <summary>
/// A process that tests use one after the other, by lines of its standard input and output. One that ends, or does not answer, fails the
/// test that uses it, and the next test has another.
/// </summary>
/// <param name="command">The command.</param>
/// <param name="folder">The folder that it runs in.</param>
/// <param name="arguments">Its arguments.</param>
internal sealed class KeptProcess(string command, string folder, params string[] arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock queue = new();
    private readonly ConcurrentQueue<string?> errors = new();
    private Task lastUse = Task.CompletedTask;
    private Process? process;

    /// <summary>Waits until nobody uses the process, and has it to itself.</summary>
    /// <param name="use">What is said to it, and heard from it.</param>
    public Task<T> UseAsync<T>(Func<Task<T>> use)
    {
        lock (queue)
        {
            var before = lastUse;
            var mine = Task.Run(() => UseAfterAsync(before, use));
            lastUse = mine;
            return mine;
        }
    }

    /// <summary>Takes another process, for who has it to itself.</summary>
    public void Renew()
    {
        process!.Kill();
        Start();
    }

    /// <summary>Writes a line to its standard input.</summary>
    public async Task SayAsync(string line)
    {
        await process!.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for a line of its standard output.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    /// <exception cref="TimeoutException">It has said nothing for five minutes.</exception>
    public async Task<string> HearAsync() =>
        await process!.StandardOutput.ReadLineAsync().WaitAsync(Patience)
        ?? throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended: {string.Join('\n', errors)}");

    private async Task<T> UseAfterAsync<T>(Task before, Func<Task<T>> use)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (process is null or { HasExited: true })
            {
                Start();
            }

            return await use();
        }
        catch
        {
            process?.Kill();
            process = null;
            throw;
        }
    }

    private void Start()
    {
        errors.Clear();
        process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data);
        process.BeginErrorReadLine();
    }
}
