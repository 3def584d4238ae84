using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using Proof.Processes;
using Rehearsal.Engine;
using Rehearsal.Life;
using Rehearsal.Output;
using Rehearsal.StackFiles;
using Spectre.Console;

namespace Rehearsal;

/// <summary>The command line of <c>./rehearse</c>.</summary>
internal static class CommandLine
{
    private const string OwnEngine = "rehearsal";
    private const string Pulumi = "pulumi";

    /// <summary>Does what the arguments ask for, and answers the exit code.</summary>
    /// <param name="arguments">The command line's words.</param>
    /// <param name="console">Where to say what happens.</param>
    /// <param name="programOf">How a project's program is run.</param>
    public static async Task<int> RunAsync(string[] arguments, IAnsiConsole console, Func<PulumiProject, IPulumiProgram> programOf)
    {
        var stacks = new Argument<string[]>("stack")
        {
            Description =
                "Stacks of the project, or paths of stack files. Each stack lives by itself; "
                    + "a file that names none is an update of the one before it.",
            DefaultValueFactory = _ => ["dev"],
        };
        stacks.Validators.Add(parsed =>
        {
            foreach (var option in parsed.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                parsed.AddError($"{option.Value}: there is no such option. ./rehearse --help lists them.");
            }
        });
        var asUpdates = new Option<bool>("--as-updates")
        {
            Description = "Take stacks of other names for updates of the first one, in its account, too.",
        };
        var noContract = new Option<bool>("--no-contract")
        {
            Description = "Do without an access contract: nothing is proven then, and that is no failure.",
        };
        var noDrift = new Option<bool>("--no-drift") { Description = "Change nothing by hand before the stacks are destroyed." };
        var account = new Option<string>("--account")
        {
            Description =
                "The account that the stacks stand in, for this run; otherwise the first of aws:allowedAccountIds, "
                    + "or 123456789012 where a stack names no account.",
            HelpName = "NUMBER",
        };
        account.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var number }] && !(number.Length == 12 && number.All(char.IsAsciiDigit)))
            {
                result.AddError($"--account {number}: this is no number of an account. Give its 12 digits.");
            }
        });
        var authorizationDetails = new Option<string>("--authorization-details")
        {
            Description =
                "Write what IAM's GetAccountAuthorizationDetails says after the last update, external ids in clear. "
                    + "Of every other account that the stack works in, to FILE with the account's number before its ending.",
            HelpName = "FILE",
        };
        var outputs = new Option<string>("--outputs")
        {
            Description = "Write the stack's outputs as JSON, secrets masked.",
            HelpName = "FILE",
        };
        var report = new Option<string>("--report") { Description = "Write a report, one HTML page.", HelpName = "FILE" };
        var keep = new Option<bool>("--keep") { Description = "Leave the emulated AWS up after the last update, and say how to reach it." };
        var endpoint = new Option<Uri>("--endpoint")
        {
            Description = "Use the moto server at this URL instead of starting one.",
            HelpName = "URL",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                {
                    return url;
                }

                result.AddError($"--endpoint {text}: this is no URL. Give one such as http://127.0.0.1:5000");
                return null;
            },
        };
        var engine = new Option<string>("--engine")
        {
            Description = "What plays the stacks: rehearsal, the default, or pulumi, the Pulumi CLI that is on the PATH.",
            HelpName = "ENGINE",
        };
        engine.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not (OwnEngine or Pulumi) and var other }])
            {
                result.AddError($"--engine {other}: it is {OwnEngine} or {Pulumi}.");
            }
        });
        var showSecrets = new Option<bool>("--show-secrets") { Description = "Show secrets in clear, on the screen and in the files." };
        var prove = new Option<string>("--prove")
        {
            Description = "Rehearse nothing; prove this stack's access contract over a live account.",
            HelpName = "STACK",
        };
        var authorizationDetailsFrom = new Option<string[]>("--authorization-details-from")
        {
            Description =
                "With --prove: what `aws iam get-account-authorization-details` printed of the account. "
                    + "Again for each other account that the contract names.",
            HelpName = "FILE",
        };

        var resourcePolicies = new Option<string>("--resource-policies")
        {
            Description =
                "With --prove: the policies that resources of the account bear (secrets, keys, buckets, repositories, topics, queues, "
                    + "functions, VPC endpoints), as JSON: {\"ARN\": POLICY}.",
            HelpName = "FILE",
        };
        var serviceControlPolicies = new Option<string[]>("--scp")
        {
            Description =
                "The service control policies that bound the account, as JSON: a policy or a list of them. Again for each level of the "
                    + "organization.",
            HelpName = "FILE",
        };
        var resourceControlPolicies = new Option<string[]>("--rcp")
        {
            Description = "Its resource control policies, likewise.",
            HelpName = "FILE",
        };
        var boundary = new Option<string>("--boundary")
        {
            Description =
                "What the permissions boundary says that the stack file names by its ARN. Otherwise what stands in for it bounds nothing.",
            HelpName = "FILE",
        };
        var outputsFrom = new Option<string>("--outputs-from")
        {
            Description =
                "With --prove: what `pulumi stack output --json` printed. It says the ARNs of what the stack makes, which are otherwise "
                    + "found by names.",
            HelpName = "FILE",
        };

        var command = new Command(
            "./rehearse",
            "Plays the whole life of a Pulumi stack against an emulated AWS (preview, up, up again, changes by hand, destroy), and proves "
                + "its contract. Ends with 0 when all held, 1 when something did not or nothing was proven, 2 when the input is bad.")
        {
            new HelpOption(),
            stacks, account, asUpdates, noContract, noDrift, authorizationDetails, outputs, report, keep, endpoint, engine, showSecrets,
            prove, authorizationDetailsFrom, resourcePolicies, serviceControlPolicies, resourceControlPolicies, boundary, outputsFrom,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetResult(prove) is null != parsed.GetResult(authorizationDetailsFrom) is null)
            {
                parsed.AddError(
                    "--prove and --authorization-details-from go together: the stack, and the file that says what the account holds.");
            }

            if (parsed.GetResult(prove) is not null && parsed.GetResult(boundary) is not null)
            {
                parsed.AddError("--boundary does not go with --prove: a live account says what its boundaries are.");
            }

            if (parsed.GetResult(prove) is null)
            {
                foreach (var option in new[] { resourcePolicies, outputsFrom }.Where(option => parsed.GetResult(option) is not null))
                {
                    parsed.AddError($"{option.Name} goes with --prove: a rehearsal has of its own what it says.");
                }
            }
        });
        command.SetAction((parsed, cancel) =>
        {
            var options = new RehearsalOptions(
                [.. parsed.GetValue(stacks)!],
                parsed.GetValue(account),
                parsed.GetValue(asUpdates),
                parsed.GetValue(noContract),
                parsed.GetValue(noDrift),
                parsed.GetValue(authorizationDetails),
                parsed.GetValue(outputs),
                parsed.GetValue(report),
                parsed.GetValue(keep),
                parsed.GetValue(endpoint),
                parsed.GetValue(showSecrets),
                parsed.GetValue(engine) == Pulumi,
                parsed.GetValue(prove),
                [.. parsed.GetValue(authorizationDetailsFrom) ?? []],
                parsed.GetValue(resourcePolicies),
                [.. parsed.GetValue(serviceControlPolicies) ?? []],
                [.. parsed.GetValue(resourceControlPolicies) ?? []],
                parsed.GetValue(boundary),
                parsed.GetValue(outputsFrom));
            return new RehearsalRun(options, new Screen(console, options.ShowSecrets), programOf).RunAsync(cancel);
        });

        var result = command.Parse(arguments);
        if (result.Errors.Count == 0)
        {
            return await InvokeAsync(result, console).ConfigureAwait(false);
        }

        foreach (var error in result.Errors)
        {
            console.WriteLine(error.Message);
        }

        return ExitCode.BadInput;
    }

    /// <summary>Runs the command; a signal to end cancels it, and what it has started is ended and named.</summary>
    private static async Task<int> InvokeAsync(ParseResult parsed, IAnsiConsole console)
    {
        using var cancel = new CancellationTokenSource();
        ImmutableArray<string>? ended = null;
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended ??= StartedProcess.Names;
            cancel.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, Output = console.Profile.Out.Writer };
        var exit = await parsed.InvokeAsync(invocation, cancel.Token).ConfigureAwait(false);
        if (exit == ExitCode.Cancelled)
        {
            StartedProcess.EndAll();
            console.WriteLine(ended is [_, ..] names ? $"Stopped, and ended with it: {string.Join(", ", names)}." : "Stopped.");
        }

        return exit;
    }
}
