using System.Text.Json;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>
/// What AWS answered to calls that change nothing, until one changes something in the same service of the same account: asked again, it
/// would answer the same. It holds where nobody else works in the accounts.
/// </summary>
internal sealed class RememberedReads
{
    private readonly Lock turn = new();
    private readonly Dictionary<(string Account, string Service), Dictionary<string, Task<AwsAnswer>>> answers = [];

    /// <summary>Answers a call from memory, or makes it.</summary>
    /// <param name="service">The service, <c>iam</c>.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    /// <param name="target">The account and the region of the call.</param>
    /// <param name="make">Makes it.</param>
    /// <exception cref="AwsException">AWS refused the call, or did not answer.</exception>
    public async Task<AwsAnswer> AnswerAsync(
        string service, string command, object input, AwsTarget target, Func<Task<AwsAnswer>> make)
    {
        var place = (target.Account, service);
        if (!AwsCommand.IsRead(command))
        {
            // A read that overtakes the call may have seen what was before: it is forgotten as well.
            Forget(place);
            try
            {
                return await make().ConfigureAwait(false);
            }
            finally
            {
                Forget(place);
            }
        }

        var question = $"{command} {target.Region} {JsonSerializer.Serialize(input)}";
        var answering = Remembered(place, question, make);
        try
        {
            var answer = await answering.ConfigureAwait(false);
            return answer with { Output = answer.Output.DeepClone().AsObject() };
        }
        catch (AwsException failed) when (failed.MayBeDone)
        {
            // What is wrong with the connection, or with AWS, may be over by the next call.
            Forget(place);
            throw;
        }
    }

    private Task<AwsAnswer> Remembered((string Account, string Service) place, string question, Func<Task<AwsAnswer>> make)
    {
        lock (turn)
        {
            if (!answers.TryGetValue(place, out var known))
            {
                answers[place] = known = [];
            }

            return known.TryGetValue(question, out var answer) ? answer : known[question] = make();
        }
    }

    private void Forget((string Account, string Service) place)
    {
        lock (turn)
        {
            answers.Remove(place);
        }
    }
}
